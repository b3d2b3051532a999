package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.yiqiao.contracts.PlatformService;

class ServiceRootPageTest {

    @Test
    void pageLeadsToTheApiAndToTheCenter() throws Exception {
        AddressProperties addresses = new AddressProperties(
                Map.of(PlatformService.GOVERNANCE_CENTER, URI.create("https://town.example:9080")));
        MockHttpServletResponse response = new MockHttpServletResponse();

        new ServiceRootPage(PlatformService.GRID_MANAGEMENT, addresses.find(PlatformService.GOVERNANCE_CENTER, "/"))
                .handleRequest(new MockHttpServletRequest("GET", "/"), response);

        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(response.getContentAsString())
                .contains("grid-management")
                .contains("href=\"/swagger-ui/index.html\"")
                .contains("href=\"https://town.example:9080/\"");
    }

    @Test
    void unknownCenterIsNotLinked() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        new ServiceRootPage(PlatformService.GRID_MANAGEMENT, Optional.empty())
                .handleRequest(new MockHttpServletRequest("GET", "/"), response);

        assertThat(response.getContentAsString()).contains("swagger-ui").doesNotContain("智治中心");
    }

    @Test
    void pageCannotBePosted() {
        assertThatThrownBy(() -> new ServiceRootPage(PlatformService.GRID_MANAGEMENT, Optional.empty())
                        .handleRequest(new MockHttpServletRequest("POST", "/"), new MockHttpServletResponse()))
                .isInstanceOf(HttpRequestMethodNotSupportedException.class);
    }
}
