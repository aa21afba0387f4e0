package io.switchboard.operations.administration.scim;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever nothing else answers below {@code /scim}: said in SCIM's form. */
@RestController
@Hidden
class NothingHere {

    @RequestMapping("/scim/**")
    void nothing(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.matches("/scim/v2/(Users|Groups|Bulk|ServiceProviderConfig|ResourceTypes|Schemas)(/[^/]*)?")) {
            throw ScimFault.of(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "This resource does not know the method " + request.getMethod() + ".");
        }
        throw ScimFault.of(
                HttpStatus.NOT_FOUND, "There is nothing here; what there is, is listed at /scim/v2/ResourceTypes.");
    }
}
