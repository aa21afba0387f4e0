package io.switchboard.operations.feedback;

import io.switchboard.kernel.Sha256;

/** A picture that may be kept and shown: made by {@link PictureIntake}, which leaves out whatever the file said beside it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(PictureFacts facts, byte[] content) {

    static Picture of(PictureFormat format, int width, int height, byte[] content) {
        return new Picture(new PictureFacts(format, width, height, content.length, Sha256.of(content)), content);
    }

    @Override
    public String toString() {
        return "Picture[" + facts + "]";
    }
}
