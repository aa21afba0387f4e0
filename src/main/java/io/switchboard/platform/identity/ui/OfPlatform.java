package io.switchboard.platform.identity.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link TenantView} that only the tenant {@code platform} has: in any other there is no such page, and no menu leads to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OfPlatform {}
