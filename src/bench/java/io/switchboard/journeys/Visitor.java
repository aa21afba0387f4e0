package io.switchboard.journeys;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody who is signed in, by the cookie of their session, and asks for pages as a browser does. */
record Visitor(HttpClient client, String address, String session) {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final String COOKIE = "SWITCHBOARD";

    /** Goes to the tenant's address and gives name and password to the provider. */
    static Visitor signIn(HttpClient client, JourneyPortal portal, String tenant, String user) throws Exception {
        var cookies = new CookieManager();
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            var form = browser.send(
                    HttpRequest.newBuilder(URI.create(portal.address() + "/" + tenant))
                            .build(),
                    BodyHandlers.ofString());
            var token = TOKEN.matcher(form.body());
            if (!token.find()) {
                throw new IllegalStateException("no form to sign in with at " + form.uri() + ": " + form.body());
            }
            var landed = browser.send(
                    HttpRequest.newBuilder(form.uri().resolve("/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=" + user + "&password=" + user + "&_csrf="
                                    + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                            .build(),
                    BodyHandlers.ofString());
            if (!landed.uri().toString().startsWith(portal.address() + "/" + tenant)) {
                throw new IllegalStateException(user + " landed at " + landed.uri() + ": " + landed.body());
            }
        }
        return new Visitor(client, portal.address(), session(cookies));
    }

    private static String session(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    String get(String path) throws IOException, InterruptedException {
        return body(request(path).build());
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return body(request(path)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", COOKIE + "=" + session);
    }

    private String body(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
