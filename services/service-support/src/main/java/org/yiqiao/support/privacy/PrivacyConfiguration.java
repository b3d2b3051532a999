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
import org.yiqiao.access.secrets.Pepper;
import org.yiqiao.access.secrets.SecretFile;
import org.yiqiao.binding.runtime.YiqiaoProperties;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.MasterKey;
import org.yiqiao.core.privacy.PersonKeyStore;

/** The keys with which a service seals what is personal. A bean of another {@link MasterKey} takes the keystore's place. */
@AutoConfiguration
@EnableConfigurationProperties(PrivacyProperties.class)
class PrivacyConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MasterKey masterKey(PrivacyProperties privacy, YiqiaoProperties yiqiao) throws IOException {
        Path kept = yiqiao.dataDir().resolve("keys").resolve(yiqiao.service().id() + ".p12");
        char[] password = (privacy.password() == null
                        ? SecretFile.readOrCreate(kept.resolveSibling(kept.getFileName() + ".password"))
                        : privacy.password())
                .toCharArray();
        return KeystoreMasterKey.load(
                privacy.keystore() == null ? createIfMissing(kept, password) : privacy.keystore(), password);
    }

    /** A service that cannot read what is there does not start: else it would take every person for erased. */
    @Bean
    PersonKeyStore personKeys(MongoDatabase database, MasterKey master) {
        PersonKeyStore keys = new PersonKeyStore(database, master);
        keys.verifyMasterKey();
        return keys;
    }

    /** What makes the fingerprints of commands, which may tell of persons and are stored for good. */
    @Bean
    Pepper fingerprintPepper(PrivacyProperties privacy, YiqiaoProperties yiqiao) {
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
                // Another instance was faster, and its keystore is read.
            }
        }
        return keystore;
    }
}
