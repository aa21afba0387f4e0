package io.switchboard.journeys;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.switchboard.platform.identity.ui.OfPlatform;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the running portal answers, as its own registries have it: what nobody listed is still found. */
final class Addresses {

    /** A method and a path with its variables. */
    record Mapping(RequestMethod method, String path) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Addresses() {}

    /** The views' templates below {@code :tenant}, aliases too, without those that only the platform has. */
    static List<String> tenantViews(JourneyPortal portal) {
        return views(portal, false);
    }

    /** The templates of views that only the tenant {@code platform} has. */
    static List<String> platformViews(JourneyPortal portal) {
        return views(portal, true);
    }

    private static List<String> views(JourneyPortal portal, boolean ofPlatform) {
        var registry =
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(portal.bean(ServletContext.class)));
        return registry.getRegisteredRoutes().stream()
                .filter(route -> route.getNavigationTarget().isAnnotationPresent(OfPlatform.class) == ofPlatform)
                .flatMap(route -> Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(RouteBaseData::getTemplate)))
                .filter(template -> template.startsWith(":tenant"))
                .sorted()
                .toList();
    }

    /** The request mappings whose path has a variable. */
    static List<Mapping> withVariables(JourneyPortal portal) {
        return portal
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(Addresses::mappings)
                .filter(mapping -> mapping.path().contains("{"))
                .toList();
    }

    private static Stream<Mapping> mappings(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var asked = methods.isEmpty() ? Arrays.asList(RequestMethod.GET, RequestMethod.POST) : methods;
        return info.getPatternValues().stream()
                .flatMap(path -> asked.stream().map(method -> new Mapping(method, path)));
    }
}
