package io.wubu.sample.ground;

import io.wubu.evidence.Evidence;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Draws pictures instead of photos, each marked 示例 in name and picture; no font is needed. */
@Component
public class SamplePhotos {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int HORIZON = 330;

    private final Evidence evidence;
    private int drawn;

    SamplePhotos(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Uploads pictures of the site as it was found. */
    public List<String> before(String account, int count) {
        return upload(account, "整改前", count, true);
    }

    /** Uploads pictures of the site as it was put right. */
    public List<String> after(String account, int count) {
        return upload(account, "整改后", count, false);
    }

    private synchronized List<String> upload(String account, String what, int count, boolean smoking) {
        var ids = new ArrayList<String>();
        for (var number = 1; number <= count; number++) {
            drawn++;
            var name = "示例-%s-%03d.jpg".formatted(what, drawn);
            ids.add(evidence.store(name, picture(drawn, smoking), account).id().toString());
        }
        return ids;
    }

    static byte[] picture(int seed, boolean smoking) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var chance = new Random(seed);
        ground(pen, smoking);
        works(pen, chance);
        if (smoking) {
            smoke(pen, chance);
        } else {
            trees(pen, chance);
        }
        SampleMark.draw(pen, seed);
        pen.dispose();
        return jpeg(image);
    }

    private static void ground(Graphics2D pen, boolean smoking) {
        pen.setColor(smoking ? new Color(0xB9B7AE) : new Color(0xA9D0EE));
        pen.fillRect(0, 0, WIDTH, HORIZON);
        pen.setColor(smoking ? new Color(0x8C7B62) : new Color(0x7FA36A));
        pen.fillRect(0, HORIZON, WIDTH, HEIGHT - HORIZON);
    }

    private static void works(Graphics2D pen, Random chance) {
        var left = 120 + chance.nextInt(120);
        pen.setColor(new Color(0x9A5A43));
        pen.fillRect(left, HORIZON - 110, 230, 120);
        pen.setColor(new Color(0x6F4032));
        pen.fillPolygon(new int[] {left - 12, left + 115, left + 242}, new int[] {220, 160, 220}, 3);
        pen.setColor(new Color(0x565656));
        pen.fillRect(left + 250, HORIZON - 230, 34, 240);
        pen.setColor(new Color(0xDDE6EC));
        for (var window = 0; window < 4; window++) {
            pen.fillRect(left + 20 + 52 * window, HORIZON - 80, 30, 34);
        }
    }

    private static void smoke(Graphics2D pen, Random chance) {
        for (var cloud = 0; cloud < 26; cloud++) {
            pen.setColor(new Color(60, 60, 60, 40 + chance.nextInt(60)));
            var size = 30 + cloud * 4;
            pen.fillOval(400 + chance.nextInt(90) + cloud * 4, 90 - cloud * 3 + chance.nextInt(20), size, size - 8);
        }
    }

    private static void trees(Graphics2D pen, Random chance) {
        for (var tree = 0; tree < 6; tree++) {
            var x = 30 + tree * 105 + chance.nextInt(30);
            pen.setColor(new Color(0x6B4A2B));
            pen.setStroke(new BasicStroke(8));
            pen.drawLine(x, HORIZON + 70, x, HORIZON + 30);
            pen.setColor(new Color(0x2F7D3B));
            pen.fillOval(x - 26, HORIZON - 18, 52, 56);
        }
    }

    private static byte[] jpeg(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
