package io.switchboard.journeys;

import java.util.regex.Pattern;

/**
 * One tab's side of Vaadin's protocol, as its own client in the browser speaks it: the page, then the start of the UI, then a navigation for each link of the portal that is clicked, where every message says
 * which answers were seen.
 */
final class Tab {

    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");
    private static final Pattern NEXT = Pattern.compile("\"clientId\":(\\d+)");
    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    private final Visitor visitor;
    private final String ui;
    private final String key;
    private String sync;
    private String next;

    /** A page on the screen has come by three requests. */
    Tab(Visitor visitor, String path, String query) throws Exception {
        this.visitor = visitor;
        var page = visitor.get(path + "?" + query);
        if (!page.contains("<div id=\"outlet\">")) {
            throw new IllegalStateException("no page of the portal: " + page);
        }
        var started = visitor.get("/?v-r=init&location=" + path.substring(1) + "&query=" + query
                + "&v-sh=900&v-sw=1280&v-wh=900&v-ww=1280&v-bh=900&v-bw=1280&v-curdate=1790000000000&v-tzo=0&v-dstd=0&v-rtzo=0"
                + "&v-dston=false&v-tzid=UTC&v-wn=v-0.5&v-td=false&v-pr=1");
        ui = found(UI, started);
        key = found(KEY, started);
        sync = found(SYNC, started);
        next = found(NEXT, started);
    }

    /** What a click on a link of the portal asks of the server; the answer has to hold the text that is on the page then. */
    void navigate(String path, String query, String shown) throws Exception {
        var answer = visitor.post("/?v-r=uidl&v-uiId=" + ui, """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"%s","appShellTitle":"","historyState":{"idx":0},"trigger":"link"}}],\
                "syncId":%s,"clientId":%s}""".formatted(key, path.substring(1), query, sync, next));
        if (!answer.contains(shown)) {
            throw new IllegalStateException("not on the page: " + shown + " in " + answer);
        }
        sync = found(SYNC, answer);
        next = found(NEXT, answer);
    }

    /** What the browser says when a page is left. */
    void close() throws Exception {
        visitor.post(
                "/?v-r=uidl&v-uiId=" + ui,
                "{\"csrfToken\":\"%s\",\"rpc\":[],\"syncId\":%s,\"clientId\":%s,\"UNLOAD\":true}"
                        .formatted(key, sync, next));
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return match.group(1);
    }
}
