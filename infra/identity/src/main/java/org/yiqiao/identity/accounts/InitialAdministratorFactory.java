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

/** Makes the one account of a township that has none yet: an administrator with a password that nobody else knows. */
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
        Path file = folder.resolve("accounts.yml");
        if (Files.exists(file)) {
            throw new IllegalStateException(
                    "There is no account in " + file + "; without the file, one would be made.");
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
        OwnerOnlyFile.write(file, yaml(entry));
        log.warn(
                "There was no account. The password of {} is in {}; delete that file when you have noted it",
                NAME,
                passwordFile);
        return Map.of(NAME, entry);
    }

    private static String yaml(AccountProperties.Entry entry) {
        return """
                # Who may sign in, and programs that may fetch tokens; read when identity starts.
                # id: pseudonymous, for good; services and events know it.  password: encoded, for instance by
                #   htpasswd -nBC 12 NAME | sed 's/.*:/{bcrypt}/'
                # posts: role@scope.  uses: sign-in (as it is, if none is given), program, or both.
                yiqiao:
                  identity:
                    accounts:
                      %s:
                        id: "%s"
                        password: "%s"
                        posts: ["%s"]
                """.formatted(NAME, entry.id(), entry.password(), entry.posts().getFirst());
    }
}
