package org.yiqiao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.yiqiao.contracts.Post;

/**
 * Issues tokens for tests. Services that start with {@link #serviceArgument} accept only the tokens that this issuer
 * signs.
 */
public final class TestTokenIssuer {

    public static final String ISSUER = "https://tokens.test";
    public static final String AUDIENCE = "yiqiao";

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final TestTokenIssuer SHARED = new TestTokenIssuer();

    private final JwtEncoder encoder;
    private final Path publicKey;
    private final Map<String, String> issued = new ConcurrentHashMap<>();

    /** Creates an issuer with its own key pair. */
    public TestTokenIssuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            encoder = NimbusJwtEncoder.withKeyPair((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate())
                    .build();
            publicKey = Files.createTempFile("yiqiao-tokens", ".pem");
            publicKey.toFile().deleteOnExit();
            Files.writeString(publicKey, pem(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("RSA is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the public key", e);
        }
    }

    /** Returns the issuer that all tests of this JVM share. */
    public static TestTokenIssuer shared() {
        return SHARED;
    }

    /** Returns the argument that makes a service accept these tokens. It works as long as this JVM runs. */
    public String serviceArgument() {
        return "--spring.security.oauth2.resourceserver.jwt.public-key-location=" + publicKey.toUri();
    }

    /**
     * Returns a token that is valid for hours; equal arguments return the same token.
     *
     * @param person pseudonymous id
     * @param posts for example {@code grid-chief@330109106004001}
     * @throws IllegalArgumentException if a post is invalid
     */
    public String issue(String person, String... posts) {
        List<String> postList = List.of(posts);
        return issued.computeIfAbsent(person + " " + postList, _ -> {
            Instant now = Instant.now();
            return sign(claims(person, postList)
                    .audience(List.of(AUDIENCE))
                    .issuedAt(now.minusSeconds(1))
                    .expiresAt(now.plus(LIFETIME))
                    .build());
        });
    }

    /** Signs any claims without checking them. */
    public String sign(JwtClaimsSet claims) {
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
    }

    /** Returns the claims of a person. The caller adds the audience and the times of validity. */
    public static JwtClaimsSet.Builder claims(String person, List<String> posts) {
        for (String post : posts) {
            if (Post.parse(post).isEmpty()) {
                throw new IllegalArgumentException("Not a post: " + post);
            }
        }
        return JwtClaimsSet.builder().issuer(ISSUER).subject(person).claim(Post.CLAIM, posts);
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
