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

/** Stores the key that signs the tokens. The key is generated once and kept, so tokens stay valid after a restart. */
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
            throw new IOException("No signing key in " + file + "; delete the file to generate a new key", e);
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
            throw new IllegalStateException("Cannot generate a signing key", e);
        }
    }
}
