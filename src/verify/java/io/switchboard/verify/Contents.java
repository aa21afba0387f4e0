package io.switchboard.verify;

import io.switchboard.verify.zip.MalformedZip;
import io.switchboard.verify.zip.SealedZip;
import io.switchboard.verify.zip.ZipEntryInfo;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of an open bundle that are where they may be and no larger than they may be there; nothing else is ever read. */
final class Contents {

    private final SealedZip zip;
    private final Findings findings;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    Contents(SealedZip zip, Findings findings) {
        this.zip = zip;
        this.findings = findings;
        zip.entries().values().forEach(this::admit);
    }

    private void admit(ZipEntryInfo entry) {
        Optional<Place> place = Place.of(entry.name());
        if (place.isEmpty()) {
            findings.add(Check.LAYOUT, entry.name(), "a bundle has no file there");
        } else if (entry.size() > place.get().limit()) {
            findings.add(
                    Check.LAYOUT, entry.name(), "larger than " + place.get().limit() + " bytes");
        } else {
            places.put(entry.name(), place.get());
        }
    }

    /** All paths in the order of the zip, those that are not read included. */
    Collection<String> paths() {
        return zip.entries().keySet();
    }

    List<String> pathsOf(Place wanted) {
        return places.entrySet().stream()
                .filter(e -> e.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<Place> place(String path) {
        return Optional.ofNullable(places.get(path));
    }

    boolean has(String path) {
        return zip.entries().containsKey(path);
    }

    /** The bytes of a file, absent where there is none to read or where it is damaged, which is then a finding. */
    Optional<byte[]> bytes(String path) throws IOException {
        ZipEntryInfo entry = zip.entries().get(path);
        if (entry == null || !places.containsKey(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(zip.read(entry));
        } catch (MalformedZip e) {
            return damaged(path, e);
        }
    }

    /** The SHA-256 in lower-case hex, computed without holding the file. */
    Optional<String> sha256(String path) throws IOException {
        ZipEntryInfo entry = zip.entries().get(path);
        if (entry == null || !places.containsKey(path)) {
            return Optional.empty();
        }
        MessageDigest digest = Digests.sha256();
        try {
            zip.digest(entry, digest);
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (MalformedZip e) {
            return damaged(path, e);
        }
    }

    private <T> Optional<T> damaged(String path, MalformedZip e) {
        if (broken.add(path)) {
            findings.add(Check.ZIP, path, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }
}
