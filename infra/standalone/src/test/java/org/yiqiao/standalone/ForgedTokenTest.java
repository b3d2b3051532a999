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
import org.yiqiao.contracts.Service;
import org.yiqiao.testkit.Tokens;

/** Tokens that somebody made who has no key of the issuer's; those that the issuer signed wrongly are tried elsewhere. */
class ForgedTokenTest {

    private static final Http http = AttackedTown.operator();

    @AfterEach
    void theTownIsWell() {
        AttackedTown.isWell();
    }

    /** Whoever verifies with whatever algorithm the token names takes the public key for a shared secret. */
    @Test
    void aTokenSignedWithThePublicKeyAsIfItWereASecret() throws Exception {
        String setting = Tokens.shared().setting();
        Path publicKey = Path.of(URI.create(setting.substring(setting.indexOf('=') + 1)));
        String pem = Files.readString(publicKey);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        for (byte[] secret : List.of(pem.getBytes(StandardCharsets.UTF_8), der)) {
            isRefused(hs256(secret));
        }
    }

    @Test
    void aTokenWithoutASignature() {
        isRefused(part("{\"alg\":\"none\"}") + "." + part(claims()) + ".");
        isRefused(part("{\"alg\":\"None\",\"typ\":\"JWT\"}") + "." + part(claims()) + "." + part("x"));
    }

    @Test
    void aTokenThatBringsItsOwnKeyOrNamesWhereOneIs() {
        String stranger = new Tokens().signed(good());
        String signature = stranger.substring(stranger.lastIndexOf('.'));
        isRefused(part("{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/keys\"}") + "." + part(claims()) + signature);
        isRefused(part("{\"alg\":\"RS256\",\"kid\":\"../../../../dev/null\"}") + "." + part(claims()) + signature);
        isRefused(stranger);
    }

    @Test
    void aTokenWhoseClaimsWereChangedAfterItWasSigned() {
        String[] parts = AttackedTown.resident().token().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("resident@" + AttackedTown.CODE, "town-operator@*");
        assertThat(claims).contains("town-operator@*");
        isRefused(parts[0] + "." + part(claims) + "." + parts[2]);
    }

    @Test
    void aTokenInTheQueryOrABodyIsNone() {
        String token = http.token();
        assertThat(http.byNobody()
                        .get(Service.RESIDENT_REQUESTS, "/api/requests?access_token=" + token)
                        .status())
                .isEqualTo(401);
        assertThat(http.byNobody()
                        .post(
                                Service.RESIDENT_REQUESTS,
                                "/api/requests",
                                "access_token=" + token,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nobodyIsWhomTheySayTheyAreInAHeader() {
        assertThat(http.byNobody()
                        .post(
                                Service.RESIDENT_REQUESTS,
                                "/api/requests",
                                AttackedTown.body(AttackedTown.INSIDE),
                                "X-Actor",
                                "operator-77")
                        .status())
                .isEqualTo(401);
    }

    private static void isRefused(String token) {
        Http.Answer answer = new Http(http.addresses(), token).get(Service.RESIDENT_REQUESTS, "/api/requests");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("access.unauthenticated");
    }

    private static String hs256(byte[] secret) throws GeneralSecurityException {
        String signed = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims());
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
                .formatted(Tokens.ISSUER, Tokens.AUDIENCE, now + 600, now - 10);
    }

    private static JwtClaimsSet good() {
        return Tokens.claims("me", List.of("town-operator@*"))
                .audience(List.of(Tokens.AUDIENCE))
                .expiresAt(Instant.now().plusSeconds(600))
                .build();
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
