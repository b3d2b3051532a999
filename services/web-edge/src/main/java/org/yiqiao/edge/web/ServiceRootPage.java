package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.util.HtmlUtils;
import org.yiqiao.contracts.PlatformService;

/**
 * The page at the root of a service. A browser at the address of a service finds the description of
 * its API and the page of the governance center.
 */
final class ServiceRootPage implements HttpRequestHandler {

    private static final List<String> METHODS = List.of("GET", "HEAD");

    private final byte[] page;

    ServiceRootPage(PlatformService service, Optional<URI> center) {
        String toCenter = center.map(address -> HtmlUtils.htmlEscape(address.toString()))
                .map("""
                        <li><a href="%s">智治中心 · Page of the governance center</a></li>
                        """::formatted)
                .orElse("");
        page = """
                <!doctype html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>义桥 Yiqiao · %1$s</title>
                </head>
                <body>
                <h1>义桥 Yiqiao · %1$s</h1>
                <p>本地址提供接口服务，供程序调用。This address serves programs.</p>
                <ul>
                <li><a href="/swagger-ui/index.html">接口文档 · Description of the API</a></li>
                %2$s</ul>
                </body>
                </html>
                """.formatted(service.id(), toCenter).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws HttpRequestMethodNotSupportedException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), METHODS);
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
