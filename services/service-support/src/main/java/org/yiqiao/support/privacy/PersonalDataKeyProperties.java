package org.yiqiao.support.privacy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of privacy.
 *
 * @param keystore PKCS #12 file with the master key, the same for all instances of a service; if null, the service
 *     creates a keystore in its data directory
 * @param password password of the keystore and of the keys in it; if null, the service generates a password and keeps
 *     it in its data directory
 * @param pepper secret of at least 32 characters for the fingerprints of commands, the same for all instances of a
 *     service; if null, the service generates a pepper and keeps it in its data directory
 */
@ConfigurationProperties("yiqiao.privacy")
record PersonalDataKeyProperties(
        @Nullable Path keystore,
        @Nullable String password,
        @Nullable String pepper) {}
