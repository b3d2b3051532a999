package org.yiqiao.faults.town;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.yiqiao.center.GovernanceCenter;
import org.yiqiao.contracts.Service;
import org.yiqiao.grid.GridManagement;
import org.yiqiao.organization.SocialOrganizations;
import org.yiqiao.request.ResidentRequests;

/** One service as it is, but with a clock that can be set from outside: {@code <service> <clock file> <settings…>}. */
final class ServiceProcess {

    private ServiceProcess() {}

    public static void main(String[] args) {
        SpringApplication application = application(Service.valueOf(args[0]));
        Path clock = Path.of(args[1]);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("skewedClock", Clock.class, () -> new SkewedClock(clock)));
        application.run(Arrays.copyOfRange(args, 2, args.length));
    }

    private static SpringApplication application(Service service) {
        return switch (service) {
            case GRID_MANAGEMENT -> GridManagement.application();
            case RESIDENT_REQUESTS -> ResidentRequests.application();
            case SOCIAL_ORGANIZATIONS -> SocialOrganizations.application();
            case GOVERNANCE_CENTER -> GovernanceCenter.application();
        };
    }
}
