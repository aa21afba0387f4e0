package io.switchboard.operations.feedback;

import static io.switchboard.operations.feedback.PictureFormat.WEBP;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A WebP file (RFC 9649) cut down to the chunks that its picture is in. The JDK cannot decode WebP, so the picture itself is as it came; Exif, XMP, colour profiles and unknown chunks are
 * left out. Pictures that move are not taken.
 */
final class WebpPicture {

    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int ALPHA = 0x10;
    private static final int MOVES = 0x02;
    private static final int EXTENDED_SIZE = 10;
    private static final int SIDE = 0x3fff;

    private final Map<String, byte[]> chunks = new LinkedHashMap<>();

    private WebpPicture() {}

    static Picture of(byte[] file) throws UnusablePicture {
        var webp = new WebpPicture();
        webp.read(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        return webp.bare();
    }

    private void read(ByteBuffer file) throws UnusablePicture {
        int end = file.getInt(4) + CHUNK_HEAD;
        require(end >= RIFF_HEAD && end <= file.capacity());
        file.position(RIFF_HEAD).limit(end);
        while (file.remaining() >= CHUNK_HEAD) {
            chunk(file);
        }
    }

    /** Chunks have an even length; the odd byte is not counted. */
    private void chunk(ByteBuffer file) throws UnusablePicture {
        var name = new byte[4];
        file.get(name);
        int size = file.getInt();
        require(size >= 0 && size <= file.remaining());
        var content = new byte[size];
        file.get(content);
        if (size % 2 == 1 && file.hasRemaining()) {
            file.get();
        }
        keep(new String(name, StandardCharsets.ISO_8859_1), content);
    }

    private void keep(String name, byte[] content) throws UnusablePicture {
        require(chunks.putIfAbsent(name, content) == null || !isPicture(name));
    }

    private static boolean isPicture(String name) {
        return switch (name) {
            case "VP8 ", "VP8L", "VP8X", "ALPH" -> true;
            default -> false;
        };
    }

    private Picture bare() throws UnusablePicture {
        require(chunks.containsKey("VP8 ") != chunks.containsKey("VP8L") || chunks.containsKey("ANIM"));
        int[] size = extended(chunks.containsKey("VP8 ") ? lossy() : lossless());
        PictureIntake.requireSize(size[0], size[1]);
        return Picture.of(WEBP, size[0], size[1], written());
    }

    private int[] lossy() throws UnusablePicture {
        var frame = picture("VP8 ", 10);
        var bytes = chunks.getOrDefault("VP8 ", new byte[0]);
        require((frame.get(0) & 1) == 0 && PictureFormat.startsWith(bytes, 3, 0x9d, 0x01, 0x2a));
        return new int[] {frame.getShort(6) & SIDE, frame.getShort(8) & SIDE};
    }

    private int[] lossless() throws UnusablePicture {
        var frame = picture("VP8L", 5);
        int bits = frame.getInt(1);
        require(frame.get(0) == 0x2f && bits >>> 29 == 0);
        return new int[] {(bits & SIDE) + 1, (bits >>> 14 & SIDE) + 1};
    }

    /** The extended head says the same size, and what else there is, which then is not there any more. */
    private int[] extended(int[] size) throws UnusablePicture {
        if (chunks.containsKey("VP8X")) {
            var head = picture("VP8X", EXTENDED_SIZE);
            require(size[0] == (head.getInt(4) & 0xffffff) + 1 && size[1] == (head.getInt(6) >>> 8) + 1);
            head.putInt(0, head.get(0) & ALPHA);
        }
        return size;
    }

    private ByteBuffer picture(String name, int least) throws UnusablePicture {
        var found = chunks.get(name);
        if (chunks.containsKey("ANIM") || chunks.containsKey("VP8X") && moves()) {
            throw new UnusablePicture("The picture moves. Send a still one: PNG, JPEG or WebP.");
        }
        if (found == null || found.length < least) {
            throw UnusablePicture.damaged(WEBP);
        }
        return ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN);
    }

    private boolean moves() {
        var head = chunks.getOrDefault("VP8X", new byte[0]);
        return head.length > 0 && (head[0] & MOVES) != 0;
    }

    private byte[] written() {
        var body = new ByteArrayOutputStream();
        for (var name : new String[] {"VP8X", "ALPH", "VP8 ", "VP8L"}) {
            var content = chunks.get(name);
            if (content != null) {
                body.writeBytes(head(name, content.length));
                body.writeBytes(content);
                body.writeBytes(new byte[content.length % 2]);
            }
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(head("RIFF", body.size() + 4));
        file.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    private static byte[] head(String name, int size) {
        return ByteBuffer.allocate(CHUNK_HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(size)
                .array();
    }

    private static void require(boolean holds) throws UnusablePicture {
        if (!holds) {
            throw UnusablePicture.damaged(WEBP);
        }
    }
}
