package io.wubu.sample.ground;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;

/** Writes 示例 and a number into a picture, stroke by stroke, since a machine may have no Chinese font, or none at all. */
final class SampleMark {

    /** The strokes of the two signs on a square of 100: x1 y1 x2 y2. */
    private static final int[][] SHI = {
        {24, 20, 76, 20}, {8, 42, 92, 42}, {50, 42, 50, 92}, {50, 92, 38, 84}, {30, 56, 12, 82}, {70, 56, 88, 82}
    };

    private static final int[][] LI = {
        {26, 8, 6, 44},
        {17, 30, 17, 94},
        {30, 16, 66, 16},
        {46, 16, 30, 52},
        {42, 34, 62, 34},
        {62, 34, 34, 92},
        {40, 48, 52, 60},
        {74, 20, 74, 70},
        {92, 8, 92, 92},
        {92, 92, 82, 86}
    };

    /** The seven strokes of a digit on a face of 50 by 100, and which of them each digit lights. */
    private static final int[][] SEGMENTS = {
        {5, 5, 45, 5},
        {45, 5, 45, 50},
        {45, 50, 45, 95},
        {5, 95, 45, 95},
        {5, 50, 5, 95},
        {5, 5, 5, 50},
        {5, 50, 45, 50}
    };

    private static final int[] DIGITS = {0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F};

    private SampleMark() {}

    static void draw(Graphics2D pen, int number) {
        pen.setColor(new Color(255, 255, 255, 170));
        pen.fillRect(18, 392, 300, 74);
        pen.setColor(new Color(0xC0392B));
        pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        strokes(pen, SHI, 30, 400, 0.58);
        strokes(pen, LI, 98, 400, 0.58);
        digits(pen, "%03d".formatted(number % 1000));
    }

    private static void digits(Graphics2D pen, String digits) {
        for (var place = 0; place < digits.length(); place++) {
            var lit = DIGITS[digits.charAt(place) - '0'];
            for (var segment = 0; segment < SEGMENTS.length; segment++) {
                if ((lit >> segment & 1) == 1) {
                    strokes(pen, new int[][] {SEGMENTS[segment]}, 180 + 44 * place, 402, 0.54);
                }
            }
        }
    }

    private static void strokes(Graphics2D pen, int[][] strokes, int left, int top, double scale) {
        for (var stroke : strokes) {
            pen.drawLine(
                    left + (int) (stroke[0] * scale),
                    top + (int) (stroke[1] * scale),
                    left + (int) (stroke[2] * scale),
                    top + (int) (stroke[3] * scale));
        }
    }
}
