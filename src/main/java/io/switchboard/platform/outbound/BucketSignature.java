package io.switchboard.platform.outbound;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The headers with which an S3-compatible bucket lets somebody read or write an object by its URL: AWS Signature Version 4, signed at one moment and good for minutes. */
public record BucketSignature(String region, String accessKey, String secretKey) {

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    public Map<String, String> headers(URI object, Clock clock) {
        return signed(
                SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(object).build(), new byte[0], clock);
    }

    /** For writing an object; {@code more} are headers that are signed along, such as a checksum. */
    public Map<String, String> headers(URI object, byte[] content, Map<String, String> more, Clock clock) {
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.PUT).uri(object);
        more.forEach(request::putHeader);
        return signed(request.build(), content, clock);
    }

    private Map<String, String> signed(SdkHttpRequest request, byte[] content, Clock clock) {
        var signed = SIGNER.sign(sign -> sign.identity(AwsCredentialsIdentity.create(accessKey, secretKey))
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(content))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        var headers = new LinkedHashMap<String, String>();
        signed.request().forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) {
                headers.put(name, String.join(",", values));
            }
        });
        return headers;
    }

    @Override
    public String toString() {
        return "signature of a bucket";
    }
}
