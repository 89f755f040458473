package io.wubu.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals and opens texts (AES-256-GCM) with the key of this installation. The place a text belongs to is sealed with it, so
 * that a value copied into another row or column does not open.
 */
@Component
public class Secrets {

    private static final String SCHEME = "1:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecretKeySpec fingerprintKey;
    private final SecureRandom random = new SecureRandom();

    Secrets(InstallationKey installation) {
        key = new SecretKeySpec(derived(installation.bytes(), "seal"), "AES");
        fingerprintKey = new SecretKeySpec(derived(installation.bytes(), "fingerprint"), "HmacSHA256");
    }

    /**
     * Seals a text.
     *
     * @param place table, column and row the text belongs to
     */
    public Sealed seal(String plain, String place) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            var body = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var all = new byte[NONCE + body.length];
            System.arraycopy(nonce, 0, all, 0, NONCE);
            System.arraycopy(body, 0, all, NONCE, body.length);
            return new Sealed(SCHEME + Base64.getEncoder().encodeToString(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a sealed text; {@link IllegalStateException} if it was changed, moved, or sealed with another key. */
    public String open(Sealed sealed, String place) {
        if (!sealed.text().startsWith(SCHEME)) {
            throw new IllegalStateException("sealed by an unknown scheme");
        }
        try {
            var all = Base64.getDecoder().decode(sealed.text().substring(SCHEME.length()));
            var nonce = Arrays.copyOf(all, NONCE);
            var plain = cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(all, NONCE, all.length - NONCE);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("does not open with this installation's key", e);
        }
    }

    /** A keyed fingerprint (HMAC-SHA-256) of random tokens, by which they are found again without being stored. */
    public String fingerprint(String token) {
        return Base64.getEncoder().encodeToString(mac(fingerprintKey, token));
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] derived(byte[] master, String purpose) {
        return mac(new SecretKeySpec(master, "HmacSHA256"), purpose);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
