package io.switchboard.platform.identity;

import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /<tenant>/recover}: the way back in, through the platform's provider, for when the tenant's own does not work. */
@Controller
class RecoveryDoor {

    private final Tenants tenants;

    RecoveryDoor(Tenants tenants) {
        this.tenants = tenants;
    }

    @GetMapping("/{tenant}/recover")
    void recover(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Slug.isValid(tenant) && tenants.findBySlug(new Slug(tenant)).isPresent()) {
            var route = new SignInRoute(new Slug(tenant), SignInRoute.Way.RECOVERY);
            response.sendRedirect(request.getContextPath() + route.path());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
