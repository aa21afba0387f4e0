package io.switchboard.insight.assurance;

import java.util.Optional;

/** Where the published keys come from; empty where the root has not signed what is published. */
interface KeySource {

    Optional<PublishedKeys> published();
}
