package io.wubu.flow.logins;

import io.wubu.access.guessing.HashQueue;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id for the engine's directory: 16 MiB and two passes for each guess (默认值), each in a place of the queue. */
public class SlowHash implements PasswordEncryptor {

    static final String NAME = "ARGON2ID";

    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int MEMORY_KIB = 16 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, LENGTH, 1, MEMORY_KIB, PASSES);
    private final HashQueue queue;

    public SlowHash(HashQueue queue) {
        this.queue = queue;
    }

    @Override
    public String encrypt(String password) {
        return queue.in(() -> encoder.encode(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return queue.in(() -> encoder.matches(password, encrypted));
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }
}
