package org.yiqiao.support.privacy;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.yiqiao.access.secrets.GeneratedSecretFile;
import org.yiqiao.access.secrets.Pepper;
import org.yiqiao.binding.runtime.ServiceProperties;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.MasterKey;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;

/**
 * Provides the keys with which a service encrypts personal data. Another bean of type {@link MasterKey} replaces the
 * keystore.
 */
@AutoConfiguration
@EnableConfigurationProperties(PersonalDataKeyProperties.class)
class PersonalDataKeyConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MasterKey masterKey(PersonalDataKeyProperties privacy, ServiceProperties yiqiao) throws IOException {
        Path defaultKeystore =
                yiqiao.dataDir().resolve("keys").resolve(yiqiao.service().id() + ".p12");
        char[] password = (privacy.password() == null
                        ? GeneratedSecretFile.readOrCreate(
                                defaultKeystore.resolveSibling(defaultKeystore.getFileName() + ".password"))
                        : privacy.password())
                .toCharArray();
        return KeystoreMasterKey.load(
                privacy.keystore() == null ? createIfMissing(defaultKeystore, password) : privacy.keystore(), password);
    }

    /**
     * Opens the person keys and verifies the master key. With a wrong master key, the service does not start, since it
     * would regard every person as erased.
     */
    @Bean
    PersonEncryptionKeyStore personKeys(MongoDatabase database, MasterKey master) {
        PersonEncryptionKeyStore keys = new PersonEncryptionKeyStore(database, master);
        keys.verifyMasterKey();
        return keys;
    }

    /**
     * The pepper for the fingerprints of commands. Fingerprints are stored permanently, and commands can contain
     * personal data.
     */
    @Bean
    Pepper fingerprintPepper(PersonalDataKeyProperties privacy, ServiceProperties yiqiao) {
        return Pepper.of(
                privacy.pepper(),
                yiqiao.dataDir().resolve("keys").resolve(yiqiao.service().id() + ".fingerprints"));
    }

    private static Path createIfMissing(Path keystore, char[] password) throws IOException {
        if (Files.notExists(keystore)) {
            Files.createDirectories(keystore.toAbsolutePath().getParent());
            try {
                KeystoreMasterKey.create(keystore, password);
            } catch (FileAlreadyExistsException e) {
                // Another instance created the keystore first; that keystore is loaded.
            }
        }
        return keystore;
    }
}
