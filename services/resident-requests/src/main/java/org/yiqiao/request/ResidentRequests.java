package org.yiqiao.request;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiqiao.contracts.Service;
import org.yiqiao.support.launch.ServiceLauncher;

/** The service that owns residents' requests and their cases. */
@SpringBootApplication
public class ResidentRequests {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplication application() {
        return ServiceLauncher.of(ResidentRequests.class, Service.RESIDENT_REQUESTS, 8082);
    }
}
