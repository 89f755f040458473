package io.wubu.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keyed hash that ties a row to the one before it: over that one's hash, the sequence and every column, each with its
 * length, so that nothing can be moved from one column into the next. Not for two threads at once.
 */
public final class ChainHash {

    /** What the first row is tied to. */
    public static final byte[] BEGIN = new byte[32];

    private static final int LABEL = 4;

    private final Mac mac;
    private final String name;

    /**
     * @param algorithm as the provider calls it: HmacSHA256, HMACSM3
     * @param provider class name; empty for Java's own
     */
    public ChainHash(byte[] key, String algorithm, String provider) {
        try {
            mac = provider.isBlank()
                    ? Mac.getInstance(algorithm)
                    : Mac.getInstance(algorithm, (Provider)
                            Class.forName(provider).getDeclaredConstructor().newInstance());
            mac.init(new SecretKeySpec(key, algorithm));
            var label = MessageDigest.getInstance("SHA-256").digest(key);
            name = algorithm + "/" + HexFormat.of().formatHex(label, 0, LABEL);
        } catch (GeneralSecurityException | ReflectiveOperationException e) {
            throw new IllegalStateException("wubu.audit.mac 或 wubu.audit.provider 不可用：" + algorithm, e);
        }
    }

    /** Algorithm and key, told apart from others without telling the key. */
    public String name() {
        return name;
    }

    public byte[] of(byte[] before, long sequence, AuditRow row) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.write(before);
            out.writeLong(sequence);
            out.writeLong(row.id());
            out.writeLong(row.at().getEpochSecond());
            out.writeInt(row.at().getNano());
            for (var column : new @Nullable String[] {
                row.utcOffset(),
                row.account(),
                row.post(),
                row.source(),
                row.kind(),
                row.object(),
                row.result(),
                row.reason(),
                row.trace(),
                row.node()
            }) {
                write(out, column);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mac.doFinal(bytes.toByteArray());
    }

    /** Signs a line of a seal file; the word in front keeps it from ever being a row's hash. */
    public String sign(String line) {
        return HexFormat.of().formatHex(mac.doFinal(("seal " + line).getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(DataOutputStream out, @Nullable String column) throws IOException {
        if (column == null) {
            out.writeInt(-1);
            return;
        }
        var bytes = column.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
