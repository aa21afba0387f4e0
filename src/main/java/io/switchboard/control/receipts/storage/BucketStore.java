package io.switchboard.control.receipts.storage;

import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Objects in an S3-compatible bucket, which can serve a public log by itself: each object says for how long it may be kept. */
final class BucketStore implements LogStore, AutoCloseable {

    private static final String CHECKPOINT = "/checkpoint";

    private final S3Client client;
    private final String bucket;

    BucketStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        try {
            ResponseBytes<GetObjectResponse> object = client.getObject(
                    GetObjectRequest.builder().bucket(bucket).key(path).build(), ResponseTransformer.toBytes());
            return Optional.of(object.asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new IOException("The bucket " + bucket + " did not answer for " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void write(String path, byte[] content) throws IOException {
        boolean checkpoint = path.endsWith(CHECKPOINT);
        var request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(path)
                .contentType(checkpoint ? "text/plain; charset=utf-8" : "application/octet-stream")
                .cacheControl(checkpoint ? "no-cache" : "public, max-age=31536000, immutable")
                .build();
        try {
            client.putObject(request, RequestBody.fromBytes(content));
        } catch (SdkException e) {
            throw new IOException("The bucket " + bucket + " did not take " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
