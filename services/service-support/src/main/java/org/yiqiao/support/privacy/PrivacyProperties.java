package org.yiqiao.support.privacy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of privacy.
 *
 * @param keystore PKCS #12 file with the master key, the same for all instances of a service; without it a service makes one
 *     among its data
 * @param password of the keystore and of the keys in it; without it a service makes one up and keeps it among its data
 * @param pepper secret of at least 32 characters that fingerprints of commands are made with, the same for all instances of a
 *     service; without it a service makes one up and keeps it among its data
 */
@ConfigurationProperties("yiqiao.privacy")
record PrivacyProperties(
        @Nullable Path keystore,
        @Nullable String password,
        @Nullable String pepper) {}
