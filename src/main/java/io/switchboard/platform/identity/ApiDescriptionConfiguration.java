package io.switchboard.platform.identity;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of {@code /api/openapi.json}: what the API is, and how a client comes in. */
@Configuration(proxyBeanMethods = false)
class ApiDescriptionConfiguration {

    private static final String TOKEN = "accessToken";

    @Bean
    OpenAPI apiDescription() {
        return new OpenAPI()
                .info(new Info()
                        .title("Switchboard")
                        .version("1")
                        .description(
                                "Every path is about the tenant that the access token belongs to. What is another tenant's is 404. Errors are"
                                        + " problem documents (RFC 9457)."))
                .components(new Components().addSecuritySchemes(TOKEN, token()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    private static SecurityScheme token() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                        "An access token of the tenant's issuer by the client credentials grant, with the audience switchboard-api. No scopes are"
                                + " asked for: the client's roles in its tenant decide, as policies say.");
    }
}
