package io.switchboard.operations.delivery;

import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** What opens a secure link: 160 random bits. The portal keeps only their digest, so it can show the link once and never again. */
public record LinkToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("[a-z2-7]{32}");

    public LinkToken {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not the token of a link");
        }
    }

    public static LinkToken random() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base32.encode(bytes));
    }

    public static Optional<LinkToken> parse(String text) {
        return SYNTAX.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** Where the portal opens it. */
    public String path(Slug tenant) {
        return "/share/" + tenant + "/" + value;
    }

    /** What is kept of it. */
    public Sha256 digest() {
        return Sha256.of(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Never the token: this ends up in logs. */
    @Override
    public String toString() {
        return "link token";
    }
}
