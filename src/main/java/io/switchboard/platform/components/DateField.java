package io.switchboard.platform.components;

import com.vaadin.flow.component.datepicker.DatePicker;

/**
 * A day that is typed or chosen. The calendar opens where it is asked for, by its button or an arrow key, and not while somebody types: an open one hides the rest of the page from assistive technology, and one
 * that is closed at once may leave it hidden.
 */
public final class DateField extends DatePicker {

    private static final long serialVersionUID = 1L;

    public DateField(String label) {
        super(label);
        setAutoOpen(false);
    }
}
