package org.yiqiao.identity.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.identity.OwnerOnlyFile;

/**
 * Creates the first account of an installation without accounts: an administrator with a random password. The password
 * is written to a file that only the user of the process can read.
 */
final class InitialAdministratorFactory {

    private static final Logger log = LoggerFactory.getLogger(InitialAdministratorFactory.class);
    private static final String NAME = "administrator";

    private final Path folder;
    private final PasswordEncoder encoder;

    InitialAdministratorFactory(Path folder, PasswordEncoder encoder) {
        this.folder = folder;
        this.encoder = encoder;
    }

    Map<String, AccountProperties.Entry> create() throws IOException {
        AccountFile file = new AccountFile(folder);
        if (Files.exists(file.path())) {
            throw new IllegalStateException(
                    "No account in " + file.path() + "; delete the file to create an administrator");
        }
        String password = RandomPasswordGenerator.generate();
        AccountProperties.Entry entry = new AccountProperties.Entry(
                UUID.randomUUID().toString(),
                Objects.requireNonNull(encoder.encode(password)),
                List.of(new Post(Role.ADMINISTRATOR, Post.ANY_SCOPE).toText()),
                Set.of(Account.Use.SIGN_IN));
        Path passwordFile = folder.resolve(NAME + "-password.txt");
        Files.deleteIfExists(passwordFile);
        OwnerOnlyFile.write(passwordFile, password + "\n");
        file.add(NAME, entry);
        log.warn(
                "No account was configured, so {} was created. Its password is in {}; note it and delete the file",
                NAME,
                passwordFile);
        return Map.of(NAME, entry);
    }
}
