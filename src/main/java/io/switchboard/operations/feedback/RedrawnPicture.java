package io.switchboard.operations.feedback;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A PNG or JPEG decoded and encoded again: its pixels only. One at a time, since unpacked it may take 64 MB. */
final class RedrawnPicture {

    private static final float QUALITY = 0.9f;

    private RedrawnPicture() {}

    static synchronized Picture of(PictureFormat format, byte[] file) throws UnusablePicture {
        try {
            var image = decoded(format, file);
            var content = encoded(format, image);
            if (content.length > PictureIntake.MOST_KEPT) {
                throw new UnusablePicture(
                        "The picture takes too much room once it is stored without what else is in the"
                                + " file. Cut it to what matters.");
            }
            return Picture.of(format, image.getWidth(), image.getHeight(), content);
        } catch (IOException | RuntimeException e) { // the JDK's readers throw all kinds at a damaged file
            throw UnusablePicture.damaged(format);
        }
    }

    private static BufferedImage decoded(PictureFormat format, byte[] file) throws IOException, UnusablePicture {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.wire()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true); // texts in it are not even unpacked
            PictureIntake.requireSize(reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encoded(PictureFormat format, BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.wire()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings(format, writer));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam settings(PictureFormat format, ImageWriter writer) {
        var settings = writer.getDefaultWriteParam();
        if (format == PictureFormat.JPEG) {
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
        }
        return settings;
    }
}
