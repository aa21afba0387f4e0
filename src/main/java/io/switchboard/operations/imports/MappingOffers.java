package io.switchboard.operations.imports;

import io.switchboard.operations.imports.SavedMapping.Offer;
import java.util.Comparator;
import java.util.List;

/** Saved mappings beside a file's header. */
final class MappingOffers {

    private MappingOffers() {}

    /** Those that fit first, then those with more columns: a mapping that says more about the file is likelier the one that was made for it. */
    static List<Offer> of(ImportTarget target, List<SavedMapping> saved, List<String> header) {
        return saved.stream()
                .map(each -> new Offer(each, missing(target, each, header)))
                .sorted(Comparator.comparing((Offer offer) -> !offer.fits())
                        .thenComparingInt(offer -> -offer.saved().mapping().size())
                        .thenComparing(offer -> offer.saved().name()))
                .toList();
    }

    private static List<String> missing(ImportTarget target, SavedMapping saved, List<String> header) {
        return Mappings.columns(target, saved.mapping()).values().stream()
                .distinct()
                .filter(name -> header.stream().filter(name::equals).count() != 1)
                .sorted()
                .toList();
    }
}
