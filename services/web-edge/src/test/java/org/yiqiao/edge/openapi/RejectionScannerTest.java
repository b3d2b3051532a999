package org.yiqiao.edge.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.yiqiao.core.decider.Rejection;

class RejectionScannerTest {

    private static final Set<String> CODES = Set.of(
            "lamp.dark",
            "lamp.bright",
            "lamp.unknown",
            "lamp.unreadable",
            "lamp.far",
            "lamp.near",
            "lamp.broken",
            "version.stale");

    private final RejectionScanner scanner = new RejectionScanner(CODES::contains);

    /** An endpoint that rejects in every way that the code of the services does. */
    static final class Endpoint implements Helper {

        private static final Rejection DARK = Rejection.conflict("lamp.dark");

        Rejection direct() {
            String noCode = "not.a-code";
            return Rejection.invalid("lamp.far").withDetail("text", noCode);
        }

        Rejection constant() {
            return DARK;
        }

        Supplier<Rejection> lambda() {
            return () -> Rejection.forbidden("lamp.bright");
        }

        Rejection computed(String name) {
            return Rejection.notFound(name + ".unknown");
        }

        Rejection choice(boolean isFar) {
            return Rejection.invalid(isFar ? "lamp.far" : "lamp.near");
        }

        Rejection fromElsewhere() {
            return reject("lamp.broken");
        }

        private static Rejection reject(String code) {
            return Rejection.overloaded(code);
        }

        Rejection inherited() {
            return refuse();
        }

        Rejection unreadable() {
            return Rejection.malformed("lamp.unreadable");
        }

        Object command() {
            return new Command();
        }
    }

    /** An interface with a method that endpoints inherit. */
    interface Helper {
        default Rejection refuse() {
            return Rejection.conflict("lamp.near");
        }
    }

    /** A command, decided behind an interface. */
    static final class Command {
        Rejection decide() {
            return Rejection.stale(3);
        }
    }

    @Test
    void literalCodeHasTheStatusOfItsReason() {
        assertThat(scan("direct")).containsExactly(new RejectionCode(HttpStatus.UNPROCESSABLE_CONTENT, "lamp.far"));
        assertThat(scan("unreadable")).containsExactly(new RejectionCode(HttpStatus.BAD_REQUEST, "lamp.unreadable"));
    }

    @Test
    void constantAndLambdaAreFollowed() {
        assertThat(scan("constant")).containsExactly(new RejectionCode(HttpStatus.CONFLICT, "lamp.dark"));
        assertThat(scan("lambda")).containsExactly(new RejectionCode(HttpStatus.FORBIDDEN, "lamp.bright"));
    }

    @Test
    void inheritedMethodIsFollowed() {
        assertThat(scan("inherited")).containsExactly(new RejectionCode(HttpStatus.CONFLICT, "lamp.near"));
    }

    @Test
    void computedPartIsTheNameOfTheAggregate() {
        assertThat(scan("computed")).containsExactly(new RejectionCode(HttpStatus.NOT_FOUND, "lamp.unknown"));
    }

    @Test
    void bothCodesOfAChoiceAreFound() {
        assertThat(scan("choice")).extracting(RejectionCode::code).containsExactlyInAnyOrder("lamp.far", "lamp.near");
    }

    @Test
    void codeThatIsPassedOnIsFound() {
        assertThat(scan("fromElsewhere"))
                .containsExactly(new RejectionCode(HttpStatus.SERVICE_UNAVAILABLE, "lamp.broken"));
    }

    @Test
    void ruleOfANewCommandIsFound() {
        assertThat(scan("command")).containsExactly(new RejectionCode(HttpStatus.PRECONDITION_FAILED, "version.stale"));
    }

    private Set<RejectionCode> scan(String method) {
        return scanner.scanEndpoint(Endpoint.class, method, "lamp");
    }
}
