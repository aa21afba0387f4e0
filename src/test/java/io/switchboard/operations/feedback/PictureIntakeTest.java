package io.switchboard.operations.feedback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureIntakeTest {

    private static final String PLACE = "48.8584N 2.2945E";

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void whatTheFileSaidBesideThePictureIsGoneAndThePictureIsNot(String format) throws IOException {
        var file = told(format, TestPictures.file(format, 40, 30));
        assertThat(text(file)).contains(PLACE);
        var kept = good(file);
        assertThat(text(kept.content())).doesNotContain(PLACE);
        var image = ImageIO.read(new ByteArrayInputStream(kept.content()));
        assertThat(image.getWidth()).isEqualTo(40);
        assertThat(image.getHeight()).isEqualTo(30);
        assertThat(kept.facts().words()).startsWith(kept.facts().format() + ", 40 × 30, ");
    }

    @Test
    void aPngKeepsItsPixels() throws IOException {
        var image =
                ImageIO.read(new ByteArrayInputStream(TestPictures.png(40, 30).content()));
        assertThat(image.getRGB(20, 15)).isEqualTo(0xff12ab34);
    }

    @Test
    void ofAWebpOnlyThePictureIsKept() {
        var lossless = ByteBuffer.allocate(6)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x2f)
                .putInt(99 | 49 << 14)
                .put((byte) 7)
                .array();
        var head = new byte[] {0x2c, 0, 0, 0, 99, 0, 0, 49, 0, 0};
        var kept = good(webp(
                chunk("VP8X", head),
                chunk("ICCP", new byte[] {1, 2, 3}),
                chunk("VP8L", lossless),
                chunk("EXIF", PLACE.getBytes(ISO_8859_1)),
                chunk("XMP ", PLACE.getBytes(ISO_8859_1))));
        assertThat(text(kept.content()))
                .doesNotContain(PLACE, "EXIF", "XMP ", "ICCP")
                .contains("VP8X", "VP8L");
        assertThat(kept.facts().width()).isEqualTo(100);
        assertThat(kept.facts().height()).isEqualTo(50);
        assertThat(kept.content()[20]).as("flags").isZero();
        assertThat(kept.content().length)
                .isEqualTo(8
                        + ByteBuffer.wrap(kept.content())
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt(4));
        assertThat(good(kept.content()).facts()).isEqualTo(kept.facts());
        assertThat(bad(webp(chunk("VP8X", new byte[] {2, 0, 0, 0, 99, 0, 0, 49, 0, 0}), chunk("VP8L", lossless))))
                .contains("moves");
        assertThat(bad(webp(chunk("VP8X", new byte[] {0, 0, 0, 0, 9, 0, 0, 49, 0, 0}), chunk("VP8L", lossless))))
                .contains("cannot be read");
    }

    @Test
    void whatIsNoPictureTooLargeOrDamagedIsTurnedAwayWithASentence() {
        assertThat(bad("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(ISO_8859_1)))
                .contains("no PNG, JPEG or WebP");
        assertThat(bad(new byte[PictureIntake.LARGEST + 1])).contains("larger than 2 MB");
        assertThat(bad(new byte[0])).contains("no PNG");
        for (var format : new String[] {"png", "jpeg"}) {
            var file = TestPictures.file(format, 300, 200);
            assertThat(bad(Arrays.copyOf(file, 24))).contains("cannot be read");
        }
        assertThat(bad(Arrays.copyOf(webp(), 14))).contains("cannot be read");
    }

    @Test
    void aBombIsTurnedAwayByWhatItsHeadSays() {
        var file = TestPictures.file("png", 8, 8);
        ByteBuffer.wrap(file).putInt(16, 60_000).putInt(20, 60_000);
        checked(file, 12, 17, 29);
        assertThat(bad(file)).contains("60000 × 60000 pixels");
    }

    /** With the checksum of a chunk mended. */
    private static void checked(byte[] file, int from, int length, int at) {
        var crc = new CRC32();
        crc.update(file, from, length);
        ByteBuffer.wrap(file).putInt(at, (int) crc.getValue());
    }

    /** A comment right after the head: a tEXt chunk in a PNG, an APP1 segment in a JPEG. */
    private static byte[] told(String format, byte[] file) {
        return format.equals("png") ? inserted(file, 33, png()) : inserted(file, 2, exif());
    }

    private static byte[] png() {
        var content = ("Comment\0" + PLACE).getBytes(ISO_8859_1);
        var chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        chunk.put("tEXt".getBytes(ISO_8859_1)).put(content);
        var bytes = chunk.array();
        checked(bytes, 4, 4 + content.length, 8 + content.length);
        return bytes;
    }

    private static byte[] exif() {
        var content = ("Exif\0\0" + PLACE).getBytes(ISO_8859_1);
        return ByteBuffer.allocate(4 + content.length)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + content.length))
                .put(content)
                .array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        var all = new ByteArrayOutputStream();
        all.write(file, 0, at);
        all.writeBytes(more);
        all.write(file, at, file.length - at);
        return all.toByteArray();
    }

    private static byte[] webp(byte[]... chunks) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("WEBP".getBytes(ISO_8859_1));
        Arrays.stream(chunks).forEach(body::writeBytes);
        return chunk("RIFF", body.toByteArray());
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static Picture good(byte[] file) {
        return ((PictureIntake.Taken.Good) PictureIntake.take(file)).picture();
    }

    private static String bad(byte[] file) {
        return ((PictureIntake.Taken.Bad) PictureIntake.take(file)).sentence();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
