package org.yiqiao.request;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiqiao.binding.launch.ServiceApplicationFactory;
import org.yiqiao.contracts.PlatformService;

/** The service that owns resident requests and their cases. */
@SpringBootApplication
public class ResidentRequestsApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplication application() {
        return ServiceApplicationFactory.createApplication(
                ResidentRequestsApplication.class, PlatformService.RESIDENT_REQUESTS, 8082);
    }
}
