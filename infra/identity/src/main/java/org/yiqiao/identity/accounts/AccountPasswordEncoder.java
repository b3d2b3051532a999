package org.yiqiao.identity.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Encodes and matches passwords with the default encoders of Spring Security. Never asks for a new encoding, so
 * configured passwords stay as they are.
 */
final class AccountPasswordEncoder implements PasswordEncoder {

    private final PasswordEncoder encoders = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoders.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return encoders.matches(password, encoded);
    }
}
