package org.yiqiao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies the files that identity keeps in its folder. */
class IdentityRestartTest {

    @TempDir
    private Path folder;

    @Test
    void tokenStaysValidAfterARestart() throws IOException {
        String token;
        try (IdentityTestServer first = IdentityTestServer.start(folder, IdentityTestServer.ACCOUNTS)) {
            token = IdentityTestServer.parseJson(first.fetchToken("robot", "secret"))
                    .path("access_token")
                    .asString();
        }
        try (IdentityTestServer second = IdentityTestServer.start(folder, IdentityTestServer.ACCOUNTS)) {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(second.issuer() + "/oauth2/jwks")
                    .build();
            decoder.setJwtValidator(JwtValidators.createDefault());

            assertThat(decoder.decode(token).getSubject()).isEqualTo("id-of-robot");
            assertThat(second.get("/oauth2/jwks").body()).doesNotContain("\"d\":");
        }
    }

    @Test
    void initialAdministratorIsCreatedOnceAndKept() throws IOException {
        Path passwordFile = folder.resolve("identity/administrator-password.txt");
        IdentityTestServer.start(folder).close();
        String password = Files.readString(passwordFile).strip();
        String accounts = Files.readString(folder.resolve("identity/accounts.yml"));
        IdentityTestServer.start(folder).close();

        assertThat(password).hasSizeGreaterThanOrEqualTo(20);
        assertThat(accounts).contains("administrator@*", "{bcrypt}").doesNotContain(password);
        assertThat(Files.readString(passwordFile).strip()).isEqualTo(password);
        assertThat(Files.readString(folder.resolve("identity/accounts.yml"))).isEqualTo(accounts);
    }

    @Test
    void keyAndPasswordFilesAreReadableByTheOwnerOnly() throws IOException {
        IdentityTestServer.start(folder).close();

        for (String file : new String[] {"key.json", "accounts.yml", "administrator-password.txt"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            folder.resolve("identity").resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void plainTextPasswordsAreRejectedOnANonLoopbackAddress() {
        assertThatThrownBy(() -> start("--server.address=0.0.0.0"))
                .hasRootCauseMessage("Account chief is invalid: an unencoded password is allowed only"
                        + " while server.address is a loopback address.");
    }

    private void start(String setting) throws IOException {
        String[] settings = Stream.concat(Arrays.stream(IdentityTestServer.ACCOUNTS), Stream.of(setting))
                .toArray(String[]::new);
        IdentityTestServer.start(folder, settings).close();
    }
}
