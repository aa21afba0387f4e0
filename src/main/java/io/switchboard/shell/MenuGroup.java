package io.switchboard.shell;

import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A group of the rail. Views enter one by the order of their {@link Menu} annotation: 100 to 199 is the first group, and so on. */
enum MenuGroup {
    SET_UP("Set up", 100),
    OPERATE("Operate", 200),
    TRUST("Trust", 300),
    IMPROVE("Improve", 400);

    private static final String PREFIX = ":tenant";
    private static final int WIDTH = 100;

    private final String title;
    private final int first;

    MenuGroup(String title, int first) {
        this.title = title;
        this.first = first;
    }

    static List<MenuGroup> all() {
        return List.of(values());
    }

    /** The group as a navigation, or empty while no view is in it. */
    Optional<SideNav> rail(TenantContext context) {
        var views = views(context);
        if (views.isEmpty()) {
            return Optional.empty();
        }
        var rail = new SideNav(title);
        views.forEach(view -> rail.addItem(item(view, context)));
        return Optional.of(rail);
    }

    private List<RouteData> views(TenantContext context) {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> route.getTemplate().startsWith(PREFIX))
                .filter(route -> route.getNavigationTarget().isAnnotationPresent(Menu.class))
                .filter(route ->
                        context.isPlatform() || !route.getNavigationTarget().isAnnotationPresent(OfPlatform.class))
                .filter(route -> order(route) >= first && order(route) < first + WIDTH)
                .sorted(Comparator.comparingDouble(MenuGroup::order))
                .toList();
    }

    private static SideNavItem item(RouteData view, TenantContext context) {
        var menu = menu(view);
        var item = new SideNavItem(
                menu.title(),
                view.getTemplate().replaceFirst(PREFIX, context.slug().value()));
        if (!menu.icon().isEmpty()) {
            item.setPrefixComponent(new Icon(menu.icon()));
        }
        return item;
    }

    private static double order(RouteData view) {
        return menu(view).order();
    }

    private static Menu menu(RouteData view) {
        return view.getNavigationTarget().getAnnotation(Menu.class);
    }
}
