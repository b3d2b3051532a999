package org.yiqiao.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.yiqiao.identity.OwnerOnlyFile;

/** The key that tokens are signed with. It is made once and kept, so that a token outlives a restart. */
final class SigningKeyFile {

    private static final int BITS = 2048;

    private SigningKeyFile() {}

    static JWKSet loadOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            OwnerOnlyFile.write(file, new JWKSet(generate()).toString(false));
        }
        try {
            return JWKSet.load(file.toFile());
        } catch (ParseException e) {
            throw new IOException("There is no key in " + file + "; without the file, one would be made.", e);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key can be made", e);
        }
    }
}
