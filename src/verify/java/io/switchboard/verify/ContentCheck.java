package io.switchboard.verify;

import io.switchboard.verify.json.JsonReader;
import io.switchboard.verify.json.MalformedJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through all files once, each checked for what its place asks; receipts first, since disclosures are judged by them. */
final class ContentCheck {

    private final Contents contents;
    private final FileCheck files;
    private final ReceiptCheck receipts;
    private final InclusionCheck inclusion;
    private final Optional<CopyCheck> copy;
    private final Findings findings;
    private final Tally tally;
    private final Map<String, Set<String>> commitments = new HashMap<>();

    ContentCheck(
            Contents contents,
            FileCheck files,
            ReceiptCheck receipts,
            InclusionCheck inclusion,
            Optional<CopyCheck> copy,
            Findings findings,
            Tally tally) {
        this.contents = contents;
        this.files = files;
        this.receipts = receipts;
        this.inclusion = inclusion;
        this.copy = copy;
        this.findings = findings;
        this.tally = tally;
    }

    void checkAll() throws IOException {
        List<String> first = contents.pathsOf(Place.RECEIPT);
        for (String path : first) {
            check(path, Place.RECEIPT);
        }
        for (String path : contents.paths()) {
            Optional<Place> place = contents.place(path);
            if (place.isPresent() && place.get() != Place.RECEIPT) {
                check(path, place.get());
            }
        }
    }

    private void check(String path, Place place) throws IOException {
        switch (place) {
            case BAGIT, MANIFEST -> tally.files++;
            case RECEIPT -> receipt(path, files.load(path));
            case DISCLOSURES -> disclosures(path, load(path));
            case TWIN -> twin(path, load(path));
            case DOCUMENT -> document(path);
            case CERTIFICATES -> certificates(path, load(path));
            case GUIDE, STATEMENT, KEYS -> files.stream(path);
            case PROOF -> proof(path);
            case CHECKPOINT, CONSISTENCY, AUTHORITIES, STAMPED, TIME_TOKEN -> {} // LogCheck has been there
        }
    }

    private Optional<byte[]> load(String path) throws IOException {
        return files.load(path).map(LoadedFile::bytes);
    }

    private void receipt(String path, Optional<LoadedFile> file) throws IOException {
        tally.receipts++;
        if (file.isEmpty()) {
            return;
        }
        try {
            String id = Place.RECEIPT.stem(path);
            Inclusion proven = inclusion.check(id, file.get().sha256());
            var checked = receipts.check(id, file.get().bytes(), proven);
            tally.verified(checked.key(), proven);
            if (copy.isPresent()) {
                copy.get()
                        .see(
                                id,
                                Envelope.read(file.get().bytes(), Envelope.IN_TOTO)
                                        .payloadMembers());
            }
            if (contents.has("data/disclosures/" + id + ".json")) {
                commitments.put(id, checked.receipt().commitments());
            }
        } catch (Refused e) {
            findings.add(Check.RECEIPT, path, e.what());
        }
    }

    /** That of a receipt which is there was read with it. */
    private void proof(String path) throws IOException {
        if (!contents.has("data/receipts/" + Place.PROOF.stem(path) + ".dsse.json")) {
            findings.add(Check.PROOF, path, "the receipt it belongs to is missing");
            files.stream(path);
        }
    }

    private void disclosures(String path, Optional<byte[]> bytes) {
        Set<String> committed = commitments.get(Place.DISCLOSURES.stem(path));
        if (committed == null) {
            findings.add(Check.DISCLOSURE, path, "the receipt it belongs to is missing or does not verify");
        } else if (bytes.isPresent()) {
            try {
                tally.disclosures += Disclosures.require(bytes.get(), committed);
            } catch (Refused e) {
                findings.add(Check.DISCLOSURE, path, e.what());
            }
        }
    }

    private void document(String path) throws IOException {
        tally.documents++;
        files.stream(path);
        String twin = "data/documents/" + Place.DOCUMENT.stem(path) + ".json";
        if (!contents.has(twin)) {
            findings.add(Check.DOCUMENT, path, "its JSON twin " + twin + " is missing");
        }
    }

    private void twin(String path, Optional<byte[]> bytes) {
        try {
            if (bytes.isPresent()) {
                JsonReader.read(bytes.get());
            }
        } catch (MalformedJson e) {
            findings.add(Check.DOCUMENT, path, Refused.json("the JSON twin", e).what());
        }
    }

    private void certificates(String path, Optional<byte[]> bytes) {
        try {
            if (bytes.isPresent()) {
                Certificates.pem(bytes.get());
            }
        } catch (Refused e) {
            findings.add(Check.CERTIFICATES, path, e.what());
        }
    }
}
