package io.wubu.flow.guard;

import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id for the engine's directory: 16 MiB and two passes for each guess (默认值). Only as many at once as there are
 * processors, or a flood of logins would take all memory.
 */
class SlowHash implements PasswordEncryptor {

    static final String NAME = "ARGON2ID";

    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int MEMORY_KIB = 16 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, LENGTH, 1, MEMORY_KIB, PASSES);
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    @Override
    public String encrypt(String password) {
        turns.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            turns.release();
        }
    }

    @Override
    public boolean check(String password, String encrypted) {
        turns.acquireUninterruptibly();
        try {
            return encoder.matches(password, encrypted);
        } finally {
            turns.release();
        }
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }
}
