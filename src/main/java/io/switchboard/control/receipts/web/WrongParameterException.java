package io.switchboard.control.receipts.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Answered as a 400 problem (RFC 9457) that names the parameter and the form it has to have. */
final class WrongParameterException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    WrongParameterException(String parameter, String form) {
        this(parameter, form, null);
    }

    WrongParameterException(String parameter, String form, @Nullable Throwable cause) {
        super(HttpStatus.BAD_REQUEST, cause);
        setDetail("The parameter " + parameter + " has to be " + form + ".");
    }
}
