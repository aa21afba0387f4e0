package io.switchboard.insight.isolation;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.switchboard.platform.identity.ui.OfPlatform;
import jakarta.servlet.ServletContext;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the portal answers, as its own registries have it, so that a new one cannot be forgotten. What removes comes last. */
@Component
class RegisteredDoors implements Doors {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ServletContext servlets;

    RegisteredDoors(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            ServletContext servlets) {
        this.mappings = mappings;
        this.servlets = servlets;
    }

    @Override
    public List<Door> all() {
        return Stream.concat(views(), controllers())
                .distinct()
                .sorted(Comparator.comparing((Door door) -> door.method().equals("DELETE"))
                        .thenComparing(Door::path)
                        .thenComparing(Door::method))
                .toList();
    }

    @Override
    public boolean isOfPlatform(Door door) {
        return views(true).anyMatch(door::equals);
    }

    private Stream<Door> views() {
        return Stream.concat(views(false), views(true));
    }

    private Stream<Door> views(boolean ofPlatform) {
        var registry = ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets));
        return registry.getRegisteredRoutes().stream()
                .filter(route -> route.getNavigationTarget().isAnnotationPresent(OfPlatform.class) == ofPlatform)
                .flatMap(route -> Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(RouteBaseData::getTemplate)))
                .filter(template -> template.startsWith(":tenant"))
                .map(template -> new Door("GET", "/" + template));
    }

    private Stream<Door> controllers() {
        return mappings.getObject().getHandlerMethods().keySet().stream().flatMap(RegisteredDoors::doors);
    }

    private static Stream<Door> doors(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var asked = methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods;
        return info.getPatternValues().stream()
                .flatMap(path -> asked.stream().map(method -> new Door(method.name(), path)));
    }
}
