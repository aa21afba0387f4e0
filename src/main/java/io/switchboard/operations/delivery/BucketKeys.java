package io.switchboard.operations.delivery;

/** What opens a bucket; kept encrypted and never shown. */
public record BucketKeys(String accessKey, String secretKey) {

    @Override
    public String toString() {
        return "BucketKeys[hidden]";
    }
}
