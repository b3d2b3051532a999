package org.yiqiao.faults.cluster;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.yiqiao.center.GovernanceCenterApplication;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.grid.GridManagementApplication;
import org.yiqiao.organization.SocialOrganizationsApplication;
import org.yiqiao.request.ResidentRequestsApplication;

/**
 * Starts one service with an externally controlled clock. Command line arguments: {@code <service> <clock file>
 * <settings…>}.
 */
final class SkewedClockServiceLauncher {

    private SkewedClockServiceLauncher() {}

    public static void main(String[] args) {
        SpringApplication application = createApplication(PlatformService.valueOf(args[0]));
        Path clock = Path.of(args[1]);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("skewedClock", Clock.class, () -> new SkewedClock(clock)));
        application.run(Arrays.copyOfRange(args, 2, args.length));
    }

    private static SpringApplication createApplication(PlatformService service) {
        return switch (service) {
            case GRID_MANAGEMENT -> GridManagementApplication.application();
            case RESIDENT_REQUESTS -> ResidentRequestsApplication.application();
            case SOCIAL_ORGANIZATIONS -> SocialOrganizationsApplication.application();
            case GOVERNANCE_CENTER -> GovernanceCenterApplication.application();
        };
    }
}
