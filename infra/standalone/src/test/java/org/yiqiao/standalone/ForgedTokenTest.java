package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestTokenIssuer;

/**
 * Tokens that are forged without the issuer's key are rejected. Other tests cover wrong tokens that the issuer has
 * signed.
 */
class ForgedTokenTest {

    private static final HttpTestClient http = SecurityTestTown.operator();

    @AfterEach
    void assertTownIsHealthy() {
        SecurityTestTown.assertHealthy();
    }

    /** A verifier that trusts the algorithm in the token's header would use the public key as a shared secret. */
    @Test
    void hmacTokenSignedWithThePublicKeyIsRejected() throws Exception {
        String setting = TestTokenIssuer.shared().serviceArgument();
        Path publicKey = Path.of(URI.create(setting.substring(setting.indexOf('=') + 1)));
        String pem = Files.readString(publicKey);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        for (byte[] secret : List.of(pem.getBytes(StandardCharsets.UTF_8), der)) {
            assertRejected(signWithHmac(secret));
        }
    }

    @Test
    void unsignedTokenIsRejected() {
        assertRejected(encodePart("{\"alg\":\"none\"}") + "." + encodePart(claims()) + ".");
        assertRejected(
                encodePart("{\"alg\":\"None\",\"typ\":\"JWT\"}") + "." + encodePart(claims()) + "." + encodePart("x"));
    }

    @Test
    void tokenWithAnEmbeddedOrLinkedKeyIsRejected() {
        String foreignToken = new TestTokenIssuer().sign(validClaims());
        String signature = foreignToken.substring(foreignToken.lastIndexOf('.'));
        assertRejected(encodePart("{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/keys\"}") + "."
                + encodePart(claims()) + signature);
        assertRejected(encodePart("{\"alg\":\"RS256\",\"kid\":\"../../../../dev/null\"}") + "." + encodePart(claims())
                + signature);
        assertRejected(foreignToken);
    }

    @Test
    void tokenWithModifiedClaimsIsRejected() {
        String[] parts = SecurityTestTown.resident().token().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("resident@" + SecurityTestTown.CODE, "town-operator@*");
        assertThat(claims).contains("town-operator@*");
        assertRejected(parts[0] + "." + encodePart(claims) + "." + parts[2]);
    }

    @Test
    void tokenInQueryOrBodyIsIgnored() {
        String token = http.token();
        assertThat(http.anonymous()
                        .get(PlatformService.RESIDENT_REQUESTS, "/api/requests?access_token=" + token)
                        .status())
                .isEqualTo(401);
        assertThat(http.anonymous()
                        .post(
                                PlatformService.RESIDENT_REQUESTS,
                                "/api/requests",
                                "access_token=" + token,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void identityHeadersAreIgnored() {
        assertThat(http.anonymous()
                        .post(
                                PlatformService.RESIDENT_REQUESTS,
                                "/api/requests",
                                SecurityTestTown.requestBody(SecurityTestTown.INSIDE),
                                "X-Actor",
                                "operator-77")
                        .status())
                .isEqualTo(401);
    }

    private static void assertRejected(String token) {
        HttpTestClient.Response response =
                new HttpTestClient(http.addresses(), token).get(PlatformService.RESIDENT_REQUESTS, "/api/requests");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.code()).isEqualTo("access.unauthenticated");
    }

    private static String signWithHmac(byte[] secret) throws GeneralSecurityException {
        String signed = encodePart("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encodePart(claims());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return signed + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String claims() {
        long now = Instant.now().getEpochSecond();
        return "{\"iss\":\"%s\",\"sub\":\"me\",\"aud\":\"%s\",\"exp\":%d,\"iat\":%d,\"posts\":[\"town-operator@*\"]}"
                .formatted(TestTokenIssuer.ISSUER, TestTokenIssuer.AUDIENCE, now + 600, now - 10);
    }

    private static JwtClaimsSet validClaims() {
        return TestTokenIssuer.claims("me", List.of("town-operator@*"))
                .audience(List.of(TestTokenIssuer.AUDIENCE))
                .expiresAt(Instant.now().plusSeconds(600))
                .build();
    }

    private static String encodePart(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
